export { createOktoPixSandbox, type OktoPixSandbox, type OktoPixSandboxOptions } from './sandbox/okto-pix.ts';
export type { Bank, BankReading } from './sandbox/bank.ts';
export { BankError, OKTO_PIX_TEST_PAYERS, type ChargeWord, type SandboxEvent } from './sandbox/charge.ts';
