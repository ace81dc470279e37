export { createOktoPixSandbox, OKTO_PIX_TEST_PAYERS, type OktoPixSandbox, type OktoPixSandboxOptions } from './sandbox/okto-pix.ts';
export type { Bank, BankReading } from './sandbox/bank.ts';
export { SandboxError, type ChargeWord, type SandboxEvent } from './sandbox/charge.ts';
export type { SandboxSurroundings } from './sandbox/provider-side.ts';
