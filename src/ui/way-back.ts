/** What a payment is asked for with so that the provider leads back to this address, as the page would read it: nothing where it is none. */
export const wayBack = (address: string): { readonly returnUrl?: string } =>
  address && URL.canParse(address, document.baseURI) ? { returnUrl: new URL(address, document.baseURI).href } : {};
