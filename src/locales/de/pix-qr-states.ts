import type { PixStates } from '../en/pix-qr-states.ts';
import { pixWords } from './pix-qr.ts';
import { stateWords } from './states.ts';

export const pixStates: PixStates = {
  ...pixWords,
  ...stateWords,
  create: 'Pix-Code anfordern',
  creating: 'Wir holen Ihren Code …',
  copiedHint: 'Kopiert. Fügen Sie ihn jetzt in Ihrer Banking-App unter Pix ein.',
  codeLabel: 'Pix zum Kopieren und Einfügen',
  paperSteps: ['Öffnen Sie Ihre Banking-App.', 'Wählen Sie Pix und scannen Sie diesen Code.', 'Prüfen Sie Namen und Betrag und bestätigen Sie.'],
};
