export { createPayments, type Payments, type PaymentsOptions } from './server/payments.ts';
export type { Terms } from './server/context.ts';
export type { Ids } from './server/ids.ts';
export type { Observation } from './server/observe.ts';
export { RefundError, type RefundErrorCode } from './server/refund.ts';
export type { Handler, Payout, PayoutHandler } from './server/outbox.ts';
export type { MerchantPayment } from './server/record.ts';
export type { After, StreamLimits } from './server/listeners.ts';
export { Refusal, type FieldError } from './server/refusal.ts';
export { Rejection, type RejectionCode } from './server/rejection.ts';
export type { Answering, Assignment, Asked, Callback, Charge, Notice, Offer, PayerField, Provider, Return, ServerStatus, Signer, Surroundings, Wanted } from './server/provider.ts';
export type { Kyc, KycAnswer, KycSubject } from './server/kyc.ts';
export type { ConsentRecord, EventRecord, OutboxEntry, PaymentKey, PaymentRecord, ReviewReason, SetAside, Store, StoreTransaction } from './server/store.ts';
export { signNotification, verifyNotification, type Notification } from './server/notification.ts';
export { signCollect, verifyCollect, type CollectParams } from './server/providers/collect-sign.ts';
export { checkoutOctopus } from './server/providers/checkout-octopus.ts';
export {
  CHECKOUT_PRODUCTION_URL,
  CHECKOUT_SANDBOX_URL,
  checkoutBaseUrl,
  OCTOPUS_LANDING_ORIGINS,
  type CheckoutOctopusSettings,
} from './server/providers/checkout-settings.ts';
export type { CheckoutResponses } from './server/providers/checkout-responses.ts';
export { verifyCheckoutWebhook, type CheckoutEvent } from './server/providers/checkout-webhook.ts';
export { ProviderError, type Fetch } from './server/providers/ask.ts';
export { okpayCollect } from './server/providers/okpay-collect.ts';
export type { CodesByCurrency, OkpayCollectSettings } from './server/providers/okpay-collect-settings.ts';
export { okpayCollectClient, type OkpayCollectClient, type OkpayCollectClientSettings, type OkpayOrderKey, type OkpayOrderState, type OkpayParams } from './server/providers/okpay-collect-client.ts';
export { OkpayError, type OkpayErrorCode } from './server/providers/okpay-collect-error.ts';
export { okpayPayouts, type OkpayPayoutOrder, type OkpayPayouts, type OkpayPayoutSettings, type OkpayPayoutStatus } from './server/providers/okpay-payout.ts';
export type { Complain, Complaint, Customer } from './server/providers/okpay-complaint.ts';
export { OKPAY_SOAP_URL, okpaySoap, type OkpaySoap, type OkpaySoapSettings, type OkpayTransfer } from './server/providers/okpay-soap.ts';
export type { OkpayAccountInfo, OkpayBalance, OkpayHistoryInfo, OkpaySoapValue, OkpayTransactionInfo } from './server/providers/okpay-soap-answers.ts';
export { OkpaySoapError, type OkpaySoapCode, type OkpaySoapErrorName } from './server/providers/okpay-soap-error.ts';
export { OkpayParameterError } from './server/providers/okpay-soap-params.ts';
export { okpaySecurityToken } from './server/providers/okpay-soap-token.ts';
export { okpayIpn } from './server/providers/okpay-ipn.ts';
export { ipnVerificationBody, parseIpn } from './server/providers/okpay-ipn-form.ts';
export { OKPAY_VERIFY_URL, type OkpayIpnSettings } from './server/providers/okpay-ipn-settings.ts';
export type { LinkDraft, LinkItem, LinkMessage, LinkTerms, Order, OrderDraft } from './server/link.ts';
export type { OkpayItem, OkpayPayment } from './formats/okpay-payment.ts';
export { oktoPix, type OktoPixSettings } from './server/providers/okto-pix.ts';
export { registerOktoPixCallbacks, type OktoPixCallbacks } from './server/providers/okto-pix-setup.ts';
export { oktoCash, type OktoCashSettings } from './server/providers/okto-cash.ts';
export { oktoWallet, type OktoWalletSettings } from './server/providers/okto-wallet.ts';
export { oktoPackageId } from './server/providers/okto-package.ts';
export { OKTO_PRODUCTION_URL, OKTO_TEST_URL, registerOktoWebhook, type OktoWebhook } from './server/providers/okto-setup.ts';
export type { OktoAccount } from './server/providers/okto-account.ts';
export type { ChargeField } from './server/providers/okto-call.ts';
export type { OktoSettings, OktoTerms } from './server/providers/okto-settings.ts';
export type { Draft } from './formats/contract.ts';
