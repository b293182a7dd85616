import type { MESSAGES } from './messages-en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof MESSAGES;
    returnNull: false;
  }
}
