export const tryOut = (_: any): any => ({ command: 'try', handler: () => undefined });
