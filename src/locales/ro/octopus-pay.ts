import type { OctopusWords } from '../en/octopus-pay.ts';
import { amounts, numbers } from './money.ts';
import { panelWords } from './panel.ts';

export const octopusWords: OctopusWords = {
  ...panelWords,
  money: { ...numbers, texts: { HKD: amounts.HKD } },
  heading: 'Plătiți cu Octopus',
  symbol: (payee, amount) => `Cod QR pentru o plată${amount && ` de ${amount}`}${payee && ` către ${payee}`} în aplicația Octopus`,
  caption: 'Scanați cu camera telefonului',
  steps: ['Scanați codul cu telefonul.', 'Aplicația Octopus se deschide cu această plată.', 'Verificați numele și suma și confirmați.'],
  noPhone: 'Nu aveți telefonul la îndemână?',
  openPage: 'Deschideți pagina de plată',
  pageSteps: ['Deschideți pagina de plată.', 'Scanați codul ei cu aplicația Octopus.', 'Verificați numele și suma și confirmați.'],
  open: 'Deschideți aplicația Octopus',
  page: 'Plătiți pe pagina web',
  pageInstead: 'Plătiți mai bine pe pagina web',
  appSteps: ['Aplicația Octopus se deschide cu această plată.', 'Verificați numele și suma și confirmați.', 'Reveniți aici: afișăm rezultatul.'],
  noApp: 'Nu aveți aplicația?',
  appStore: 'App Store',
  playStore: 'Google Play',
};
