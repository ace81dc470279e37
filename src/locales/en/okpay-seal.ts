/** What `<okpay-seal>` says: what is seen, and what is said of the link besides. */
export const okpaySealWords = {
  /** The language of these words, BCP 47. */
  lang: 'en' as string,
  seal: 'Payment by OKPAY',
  check: 'Check this shop’s account at OKPAY: opens in a new tab',
};

/** The keys that every language has to fill. */
export type OkpaySealWords = typeof okpaySealWords;
