import type { Page } from 'playwright';
import { BuiltSite, Visit } from './built-site.ts';
import { CHARGES } from './charges.ts';
import type { PageTime } from './page-time.ts';
import { RealTabs } from './real-tabs.ts';
import { ScriptedShop } from './scripted-shop.ts';

/** How a page shows a payment. */
export interface Showing {
  /** The page's name in what the shop notes. */
  readonly tab?: string;
  /** More attributes of the tag. */
  readonly more?: string;
  /** The page's body, where one tag is not enough. */
  readonly body?: string;
  readonly time?: PageTime;
  /** Runs before any script of the page. */
  readonly script?: string;
}

/** Pages that watch payments of a scripted shop, in a Chromium whose tabs are hidden, frozen and cached as a shopper's. */
export class WatchedPages {
  readonly shop: ScriptedShop;
  readonly site: BuiltSite;
  readonly tabs: RealTabs;

  private constructor(shop: ScriptedShop, site: BuiltSite, tabs: RealTabs) {
    this.shop = shop;
    this.site = site;
    this.tabs = tabs;
  }

  static async open(): Promise<WatchedPages> {
    const shop = new ScriptedShop();
    return new WatchedPages(shop, await BuiltSite.open(shop.routes), await RealTabs.shared());
  }

  /** A tag that shows a payment. */
  tag(payment: string, more = ''): string {
    return `<pix-qr code="${CHARGES.dynamic}" status-url="/payments/${payment}" ${more}></pix-qr>`;
  }

  /** Opens a page in a tab, and waits until it watches. */
  async visit(tab: Page | Promise<Page>, payment: string, { tab: name = 'a', more, body = this.tag(payment, more), time, script }: Showing = {}): Promise<Visit> {
    const prepare = async (page: Page) => {
      await time?.of(page);
      if (script) await page.addInitScript({ content: script });
    };
    const visit = await Visit.on(await tab, `${this.site.page({ body })}?tab=${name}`, prepare);
    await visit.until('every tag watches', () => visit.page.evaluate(`[...document.querySelectorAll('pix-qr')].every(({ life }) => life)`));
    await time?.rest();
    return visit;
  }

  close(): Promise<void> {
    return this.site.close();
  }
}

/** What one page does with locks: those that it holds. */
export const HELD = `navigator.locks.query().then(({ held }) => held.map(({ name }) => name))`;
