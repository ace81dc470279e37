import type { PixStates } from '../en/pix-qr-states.ts';
import { pixWords } from './pix-qr.ts';
import { stateWords } from './states.ts';

export const pixStates: PixStates = {
  ...pixWords,
  ...stateWords,
  create: 'Dapatkan kode Pix',
  creating: 'Mengambil kode Anda…',
  copiedHint: 'Disalin. Sekarang tempel di aplikasi bank Anda, di bagian Pix.',
  codeLabel: 'Pix salin dan tempel',
  paperSteps: ['Buka aplikasi bank Anda.', 'Pilih Pix, lalu pindai kode ini.', 'Periksa nama dan jumlahnya, lalu konfirmasi.'],
};
