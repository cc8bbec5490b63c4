export const create = (_: any): any => ({ command: 'new', handler: () => undefined });
