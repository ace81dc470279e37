const POSTER = 'item-name="OKPAY Poster" item-price="100" currency="USD"';
const SENT = 'ok_receiver=OK702746927&ok_item_1_name=OKPAY+Poster&ok_item_1_price=100.00';

/** The samples of the document as tags, and what their forms send: with two decimals, as the document's own rule has it. */
export const SAMPLES: Readonly<Record<string, readonly [attributes: string, body: string, items?: string]>> = {
  Basic: [POSTER, `${SENT}&ok_currency=USD`],
  'Basic with Invoice': [`${POSTER} invoice="99999"`, `${SENT}&ok_currency=USD&ok_invoice=99999`],
  'Several Items': [
    'currency="USD"',
    `${SENT}&ok_item_1_article=555&ok_item_2_name=Robot&ok_item_2_price=50.00&ok_item_2_article=777&ok_currency=USD`,
    '<okpay-item name="OKPAY Poster" price="100" article="555"></okpay-item><okpay-item name="Robot" price="50" article="777"></okpay-item>',
  ],
  'Items Quantity': [`${POSTER} item-quantity="3"`, `${SENT}&ok_item_1_quantity=3&ok_currency=USD`],
  Shipping: [`${POSTER} item-type="shipment" item-shipping="10"`, `${SENT}&ok_item_1_type=shipment&ok_item_1_shipping=10.00&ok_currency=USD`],
  'Taxes and Handling': [
    `${POSTER} item-shipping="10" item-handling="7" item-tax="3"`,
    `${SENT}&ok_item_1_shipping=10.00&ok_item_1_handling=7.00&ok_item_1_tax=3.00&ok_currency=USD`,
  ],
  'Payment Argument': [`${POSTER} item-custom-1-title="Description"`, `${SENT}&ok_item_1_custom_1_title=Description&ok_currency=USD`],
  'Custom Payment Arguments': [
    `${POSTER} item-custom-1-title="Description" item-custom-1-value="OKPAY Company promo wall poster" item-custom-2-title="Size" item-custom-2-value="A1 Poster"`,
    `${SENT}&ok_item_1_custom_1_title=Description&ok_item_1_custom_1_value=OKPAY+Company+promo+wall+poster&ok_item_1_custom_2_title=Size&ok_item_1_custom_2_value=A1+Poster&ok_currency=USD`,
  ],
  'Custom Price': ['item-name="OKPAY Poster" currency="USD"', 'ok_receiver=OK702746927&ok_item_1_name=OKPAY+Poster&ok_currency=USD'],
  'Commission on Buyer': [`${POSTER} fees="1"`, `${SENT}&ok_currency=USD&ok_fees=1`],
  'Custom Payment Options': [`${POSTER} paysystems="CC SF"`, `${SENT}&ok_currency=USD&ok_paysystems=CC+SF`],
  'Direct Payment Processing': [`${POSTER} directdeposit="SF"`, `${SENT}&ok_currency=USD&ok_directdeposit=SF`],
};
