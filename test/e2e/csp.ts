/**
 * The strict policy that a shop may put on its page and the tags must live under, with `frame-ancestors` besides: the value
 * of a `Content-Security-Policy` header.
 */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self' https://www.okpay.com",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
  "frame-ancestors 'none'",
].join('; ');
