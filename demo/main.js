import { bank, draw, forget, read, startBank } from './bank.js';
import { hush, startHappenings } from './happenings.js';
import { startKnows } from './knows.js';
import { startLog } from './log.js';
import { startLooks, startViews } from './looks.js';
import { byId } from './make.js';
import { drawShop, onShop, show, showFormFilling, startShop, tag } from './shop.js';
import { drawSnippet, startSnippet } from './snippet.js';

const ticket = byId('ticket');

startLog(ticket);
startKnows();
startShop();
startBank();
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
  drawSnippet();
  hush();
  follow();
});

ticket.addEventListener('payment-status', (event) => {
  showFormFilling(event.status === 'idle');
  if (['idle', 'creating', 'pending'].includes(event.status)) follow();
});

/** The bank reads the code that stands in the shop, as soon as it stands there. */
async function follow() {
  const element = tag();
  await element?.updateComplete;
  const code = element?.payment?.status === 'pending' ? (element.payment.pix?.code ?? element.offer?.text) : undefined;
  if (code === bank().code) return;
  if (code) await read(code);
  else forget();
}

await show('checkout');
