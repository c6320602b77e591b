// Channels over HTTP: how e-mails leave, tried and tested. What comes out of here never holds a password.
import type { MailChannelView } from '@quittance/contracts/api';
import { ok, type Result, refuse } from '@quittance/core/kernel';
import {
  forgetMailSettings,
  readMailSettings,
  saveMailSettings,
  sendTestMail,
  type TypedMailSettings,
  verifyMailSettings,
} from '@quittance/usecases/channels';
import type { OrgContext, Service } from '../services/index.ts';
import { type HandlerDeps, planDayAsked, useCaseContext } from './deps.ts';

/** The channels service. */
export function channelsService(deps: HandlerDeps): Service<'channels'> {
  const view = async (context: OrgContext): Promise<Result<MailChannelView, never>> => {
    const { own, hasPassword, test } = await readMailSettings(useCaseContext(deps, context), context.companyId);
    return ok({
      source: own ? 'own' : deps.mail ? 'shared' : 'none',
      own,
      hasPassword,
      shared: deps.sharedServer,
      test: test && { at: test.at.toISOString(), code: test.code as never },
    });
  };
  const given = (context: OrgContext, body: object) => ({
    accounts: deps.accounts,
    companyId: context.companyId,
    typed: body as TypedMailSettings,
  });
  return {
    email: view,
    saveEmail: async (context, { body }) => {
      const saved = await saveMailSettings(useCaseContext(deps, context), given(context, body));
      if (saved.ok) deps.wake();
      return saved.ok ? view(context) : saved;
    },
    forgetEmail: async (context) => {
      await forgetMailSettings(useCaseContext(deps, context), context.companyId);
      return view(context);
    },
    verifyEmail: async (context, { body }) => {
      const checked = await verifyMailSettings(useCaseContext(deps, context), given(context, body));
      if (!checked.ok) return checked;
      const { value } = checked;
      return ok(
        value.ok
          ? { code: null, text: value.server, secure: value.secure, authenticated: value.authenticated }
          : { code: value.code, text: value.text, secure: false, authenticated: false },
      );
    },
    testEmail: async (context) => {
      const { name, email } = context.user;
      const { renderer, mail, accounts } = deps;
      const sent = await sendTestMail(
        useCaseContext(deps, context),
        { renderer, mail, accounts },
        {
          companyId: context.companyId,
          on: await planDayAsked(deps, context, undefined),
          to: { name, address: email },
          language: context.language,
        },
      );
      return sent.ok ? ok({ ...sent.value, code: sent.value.code as never }) : refuse(sent.refusal);
    },
  };
}
