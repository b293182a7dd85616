import type { MESSAGES } from './messages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: (typeof MESSAGES)['en'];
    returnNull: false;
  }
}
