export async function read() { return { payee: 'Padaria Exemplo', bank: 'Banco Exemplo', amount: '12.90', expiresAt: new Date(Date.now() + 9e5).toISOString() }; }
export const at = { pay: async () => {}, decline: async () => {}, wrongAmount: async () => {}, expire: async () => {}, payLate: async () => {}, keepWaiting: async () => {}, refund: async () => {} };
