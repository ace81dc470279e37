import { hush, offerHappenings, startHappenings } from './happenings.js';
import { startKnows } from './knows.js';
import { startLog } from './log.js';
import { startLooks, startViews } from './looks.js';
import { byId } from './make.js';
import { draw, meet, play, played, startRole } from './role.js';
import { noteInvoice } from './roles.js';
import { drawShop, method, onShop, show, showFormFilling, startShop, tag } from './shop.js';
import { drawSnippet, startSnippet } from './snippet.js';

const ticket = byId('ticket');

startLog(ticket);
startKnows();
startShop();
startRole();
startHappenings();
startSnippet();
startViews();
startLooks(() => {
  drawShop();
  drawSnippet();
  draw();
  hush();
});

onShop(() => {
  play(method());
  offerHappenings();
  drawSnippet();
  hush();
  follow();
});

ticket.addEventListener('payment-status', (event) => {
  showFormFilling(event.status === 'idle');
  if (['idle', 'creating', 'pending'].includes(event.status)) follow();
});

ticket.addEventListener('payment-redirect', ({ payment }) => noteInvoice(tag(), payment));

/** The one on the other side meets the code that stands in the shop, as soon as it stands there. */
async function follow() {
  const element = tag();
  await element?.updateComplete;
  if (element === tag()) await meet(element?.payment?.status === 'pending' ? played().textOf(element) : undefined);
}

await show('checkout');
