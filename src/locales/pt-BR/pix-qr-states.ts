import type { PixStates } from '../en/pix-qr-states.ts';
import { stateWords } from './states.ts';

export const pixStates: PixStates = {
  ...stateWords,
  cpf: 'CPF',
  cpfHint: '11 números. O banco da loja pede o CPF para gerar a cobrança.',
  cpfWrong: 'Este CPF não é válido. Confira os 11 números.',
  create: 'Gerar código Pix',
  creating: 'Gerando seu código…',
  copiedHint: 'Copiado. Agora cole no aplicativo do seu banco, em Pix Copia e Cola.',
};
