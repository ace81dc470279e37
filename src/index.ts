/** The classes, events and types of the tags. Importing this registers nothing and touches no DOM; `paytags/define/*` registers. */
export * from './events.ts';
export * from './act-events.ts';
export { OctopusPay, type OctopusStates, type OctopusWords } from './elements/octopus-pay.ts';
export { OktoCashBarcode, type OktoCashStates, type OktoCashWords } from './elements/okto-cash-barcode.ts';
export { OktoWalletQr, type OktoWalletStates, type OktoWalletWords } from './elements/okto-wallet-qr.ts';
export { PixQr, type PixStates, type PixWords } from './elements/pix-qr.ts';
export { PaymentElement } from './ui/payment-element.ts';
export type { Offer, Payer } from './ui/offer.ts';
export type { Method, Payment, Source, Status } from './formats/payment.ts';
export { Problem, type ProblemCode } from './formats/problem.ts';
export { brCodeAmount, decodeBrCode, type BrCode } from './formats/brcode.ts';
export { BrCodeError, type BrCodeErrorCode } from './formats/brcode-error.ts';
export { encodeBrCode, type BrCodeCharge } from './formats/brcode-encode.ts';
export { brCodeWarnings, checkBrCode, keyType, type BrCodeWarning, type PixKeyType } from './formats/brcode-advice.ts';
export { elementString, Gs1Error, humanReadable, readElementString, type Gs1Element, type Gs1ErrorCode } from './formats/gs1.ts';
export { GS1_PATTERN, voucherElements, type Gs1Voucher } from './formats/gs1-pattern.ts';
export { octopusAddress, paymentFromCheckout } from './formats/octopus-link.ts';
export { VERSION } from './version.ts';
