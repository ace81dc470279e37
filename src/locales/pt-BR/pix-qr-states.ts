import type { PixStates } from '../en/pix-qr-states.ts';
import { pixWords } from './pix-qr.ts';
import { stateWords } from './states.ts';

export const pixStates: PixStates = {
  ...pixWords,
  ...stateWords,
  create: 'Gerar código Pix',
  creating: 'Gerando seu código…',
  copiedHint: 'Copiado. Agora cole no aplicativo do seu banco, em Pix Copia e Cola.',
  codeLabel: 'Pix Copia e Cola',
  paperSteps: ['Abra o aplicativo do seu banco.', 'Escolha Pix e leia este código.', 'Confira o nome e o valor e confirme.'],
};
