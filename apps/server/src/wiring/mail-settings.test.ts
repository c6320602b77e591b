import { describe, expect, test } from 'vitest';
import { mailSettings } from './mail-settings.ts';

describe('the address of a mail server', () => {
  test('is none when nothing is said', () => {
    expect(mailSettings(undefined)).toBeNull();
    expect(mailSettings('')).toBeNull();
  });

  test.each([
    {
      url: 'smtps://mail.atelier.fr',
      want: { host: 'mail.atelier.fr', port: 465, security: 'tls', user: null, perSecond: 0 },
    },
    { url: 'smtp://mail.atelier.fr', want: { port: 587, security: 'starttls' } },
    { url: 'smtp://127.0.0.1:2525', want: { host: '127.0.0.1', port: 2525, security: 'none' } },
    { url: 'smtp://[::1]:2525', want: { host: '::1', security: 'none' } },
    {
      url: 'smtps://jeanne%40atelier.fr:p%3Ass@mail.atelier.fr?per-second=5',
      want: { user: 'jeanne@atelier.fr', password: 'p:ss', perSecond: 5 },
    },
  ])('$url is read whole', ({ url, want }) => expect(mailSettings(url)).toMatchObject(want));

  test.each(['mail.atelier.fr', 'https://mail.atelier.fr', 'smtp://u:secret@mail.atelier.fr?per-second=many'])(
    '%s is refused without repeating it',
    (url) => {
      expect(() => mailSettings(url)).toThrow(/QUITTANCE_SMTP_URL/);
      expect(() => mailSettings(url)).not.toThrow(/secret/);
    },
  );
});
