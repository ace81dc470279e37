/**
 * What shops can do today. `method` is who is played on the other side, `attributes` are what the shop writes for `tag`; the demo
 * adds nothing that a shop could not, and an order number where the shop has `items`, which are what is bought.
 */
export const SCENARIOS = {
  checkout: {
    method: 'pix',
    tag: 'pix-qr',
    address: 'padaria.example/checkout',
    shop: 'Padaria Exemplo',
    attributes: {
      'create-url': '/payments',
      ask: 'amount cpf',
      currency: 'BRL',
      amount: '12.90',
      reference: 'ORD-5023',
      merchant: 'Padaria Exemplo',
      sandbox: true,
    },
  },
  donation: {
    method: 'pix',
    tag: 'pix-qr',
    address: 'abrigo.example/doar',
    shop: 'Abrigo Exemplo',
    attributes: {
      'pix-key': 'doe@abrigo.example',
      'merchant-name': 'Abrigo Exemplo',
      'merchant-city': 'Curitiba',
      description: 'Racao de novembro',
      amount: '20.00',
      sandbox: true,
    },
  },
  own: {
    method: 'pix',
    tag: 'pix-qr',
    address: 'livraria.example/pedido/77',
    shop: 'Livraria do Largo',
    attributes: { code: '', sandbox: true },
  },
  cash: {
    method: 'cash',
    tag: 'okto-cash-barcode',
    address: 'games.example/top-up',
    shop: 'Example Games',
    items: { en: 'Game credit', 'pt-BR': 'Créditos de jogo' },
    attributes: {
      'create-url': '/payments',
      amounts: '10.00 25.00 50.00',
      currency: 'EUR',
      'terms-url': '/demo/terms.html',
      'store-finder-url': '/demo/stores.html',
      reference: '',
      merchant: 'Example Games',
      sandbox: true,
    },
  },
  wallet: {
    method: 'wallet',
    tag: 'okto-wallet-qr',
    address: 'books.example/checkout',
    shop: 'Example Books',
    items: { en: '1 × The Lighthouse Atlas', 'pt-BR': '1 × Atlas dos faróis' },
    attributes: {
      'create-url': '/payments',
      amount: '24.90',
      currency: 'EUR',
      reference: '',
      merchant: 'Example Books',
      sandbox: true,
    },
  },
  octopus: {
    method: 'octopus',
    tag: 'octopus-pay',
    address: 'tea.example/checkout',
    shop: 'Example Tea',
    items: { en: '1 × Tin of oolong', 'pt-BR': '1 × Lata de oolong' },
    attributes: {
      'create-url': '/payments',
      amount: '128.50',
      reference: '',
      merchant: 'Example Tea',
      sandbox: true,
    },
  },
  india: {
    method: 'collect',
    tag: 'okpay-collect',
    address: 'crafts.example/checkout',
    shop: 'Example Crafts',
    items: { en: '1 × Brass lamp', 'pt-BR': '1 × Luminária de latão' },
    attributes: {
      'create-url': '/payments',
      amount: '499.00',
      currency: 'INR',
      reference: '',
      merchant: 'Example Crafts',
      sandbox: true,
    },
  },
  indonesia: {
    method: 'collect',
    tag: 'okpay-collect',
    address: 'toko.example/checkout',
    shop: 'Toko Contoh',
    items: { en: '1 × Batik scarf', 'pt-BR': '1 × Lenço de batik' },
    attributes: {
      'create-url': '/payments',
      amount: '150000.00',
      currency: 'IDR',
      reference: '',
      merchant: 'Toko Contoh',
      sandbox: true,
    },
  },
  poster: link({ address: 'posters.example/poster', attributes: { currency: 'USD', 'item-name': 'OKPAY Poster', 'item-price': '100.00', kind: 'buy' } }),
  robot: link({
    address: 'posters.example/cart',
    attributes: { currency: 'EUR', total: true },
    children: [
      { name: 'Robot', price: '24.00', quantity: '2', type: 'shipment', shipping: '4.00', shipping2: '1.50', handling: '0.50' },
      { name: 'Sticker', price: '1.00', tax: '0.20' },
    ],
  }),
  gift: link({ address: 'posters.example/give', attributes: { currency: 'GBP', 'item-name': 'Support our shelter', 'item-type': 'donation', kind: 'donate', ask: 'amount' } }),
};

/** A shop that sells by OKPAY's payment links: its wallet, and where its forms go here. */
function link({ address, attributes, children = [] }) {
  return {
    method: 'link',
    tag: 'okpay-button',
    address,
    shop: 'Example Posters',
    children,
    attributes: {
      'create-url': '/payments',
      action: '/okpay-checkout/process.html',
      receiver: 'OK702746927',
      ...attributes,
      'return-success': '/demo/okpay-result.html',
      'return-fail': '/demo/okpay-result.html?fail',
      target: '_blank',
      reference: '',
      merchant: 'Example Posters',
      sandbox: true,
    },
  };
}

/** What each tab shows first. */
export const FIRST = { pix: 'checkout', cash: 'cash', wallet: 'wallet', octopus: 'octopus', collect: 'india', link: 'poster' };

/** Attributes that OKPAY wants as whole addresses. */
export const WHOLE = ['action', 'return-success', 'return-fail'];

/** The baker's goods: the amount typed is free, these are one click each. */
export const GOODS = [
  { amount: '5.00', items: { en: '1 × Café', 'pt-BR': '1 × Café' } },
  { amount: '12.90', items: { en: '2 × Pão de queijo, 1 × Café', 'pt-BR': '2 × Pão de queijo, 1 × Café' } },
  { amount: '250.00', items: { en: '1 × Party order', 'pt-BR': '1 × Encomenda de festa' } },
];

/** What the donation page offers; without an amount the giver chooses it in the bank. */
export const GIFTS = ['10.00', '20.00', '50.00', ''];

/** The test payers of the provider's document, OKTO.PIX. */
export const PAYERS = [
  { name: 'Joao Pedro Ferreira Lopez', cpf: '05123386556' },
  { name: 'Mineiro Chiotiz', cpf: '14104063266' },
  { name: 'João Silva', cpf: '70772601003' },
];

const GOOD =
  '00020126420014br.gov.bcb.pix0120pix@livraria.example520400005303986540548.005802BR5917Livraria do Largo6008Curitiba62120508PEDIDO776304B764';

/** Codes for the page that shows a code it is given; two of them must never be drawn. */
export const EXAMPLES = [
  { name: 'goodCode', code: GOOD },
  { name: 'damagedCode', code: GOOD.replace('540548.00', '540584.00') },
  { name: 'otherAmount', code: GOOD, amount: '4.80' },
];
