import type { PixStates } from '../en/pix-qr-states.ts';
import { pixWords } from './pix-qr.ts';
import { stateWords } from './states.ts';

export const pixStates: PixStates = {
  ...pixWords,
  ...stateWords,
  create: 'Obtener el código Pix',
  creating: 'Obteniendo su código…',
  copiedHint: 'Copiado. Ahora péguelo en la aplicación de su banco, en Pix.',
  codeLabel: 'Pix para copiar y pegar',
  paperSteps: ['Abra la aplicación de su banco.', 'Elija Pix y escanee este código.', 'Revise el nombre y el importe, y confirme.'],
};
