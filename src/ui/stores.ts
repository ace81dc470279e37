import { html, nothing, type TemplateResult } from 'lit';
import { deviceOf } from './device.ts';
import type { Links } from './life/links.ts';

/** What a tag with an app says of where to get it. */
export interface StoreWords {
  readonly noApp: string;
  readonly appStore: string;
  readonly playStore: string;
}

/** A tag with an app, and where the page says that it is to be had. */
export interface StoreHost {
  readonly life: { readonly links: Links } | undefined;
  readonly appStoreUrl: string;
  readonly playStoreUrl: string;
}

/** The store for this device, or both where the phone is another one. */
export function stores({ life, appStoreUrl, playStoreUrl }: StoreHost, { noApp, appStore, playStore }: StoreWords): TemplateResult | typeof nothing {
  const device = deviceOf();
  const link = (attribute: string, written: string, name: string) => {
    const href = life?.links.written(attribute);
    return (life ? href : written) ? html` <a href=${href ?? nothing} target="_blank" rel="noopener">${name}</a>` : nothing;
  };
  const apple = device === 'android' ? nothing : link('app-store-url', appStoreUrl, appStore);
  const google = device === 'ios' ? nothing : link('play-store-url', playStoreUrl, playStore);
  return apple === nothing && google === nothing ? nothing : html`<p class="stores">${noApp}${apple}${google}</p>`;
}
