import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { knownIds, openShop } from './shop.ts';

/** Takes a payment and its callback into the file named on the command line, says where the status is, and waits to be killed. */
const attempt = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const shop = openShop({ store: sqliteStore(process.argv[2]!), ids: knownIds(attempt), onPaid: () => new Promise(() => {}) });
const { body } = await shop.create();
const answer = await shop.callBack({ eventId: 'e-1', externalId: attempt, status: 'CONFIRMED', amount: '12.90', currency: 'BRL' });
if (answer.status === 200) console.log(body.statusUrl);
setInterval(() => {}, 1000);
