// Companies over HTTP: letterhead with its pictures, policy, going live.
import { readFile, rm } from 'node:fs/promises';
import type { CompanyView } from '@quittance/contracts/api';
import { type CompanyId, ok, refuse } from '@quittance/core/kernel';
import { findCompany, listCompanies } from '@quittance/db/companies';
import { findFile } from '@quittance/db/files';
import type { Tx } from '@quittance/db/tx';
import { isMailServerSet } from '@quittance/usecases/channels';
import {
  changeLetterhead,
  changePicture,
  changePolicy,
  createCompany,
  getSettings,
  letterheadGaps,
  type PictureName,
  setLive,
  slugOf,
} from '@quittance/usecases/companies';
import { readOrganization } from '@quittance/usecases/context';
import { takeFile } from '@quittance/usecases/files';
import { policyEffect, previewLive } from '@quittance/usecases/reminders';
import type { OrgContext, Service } from '../services/index.ts';
import { type HandlerDeps, planDayAsked, useCaseContext } from './deps.ts';
import { liveViewOf } from './live.ts';

const CODE_LENGTH = 32;

async function pictureView(tx: Tx, sha256: string | null, picture: { width: number; height: number } | undefined) {
  const file = sha256 ? await findFile(tx, sha256) : undefined;
  if (!sha256 || !file || !picture) return null;
  return { sha256, bytes: file.bytes, width: picture.width, height: picture.height };
}

async function readView(tx: Tx, deps: HandlerDeps, companyId: CompanyId): Promise<CompanyView | null> {
  const row = await findCompany(tx, companyId);
  if (!row) return null;
  const settings = await getSettings(tx, companyId);
  const { letterhead, pictures } = settings;
  // The cut of the aged balance is set on its own screen.
  const { ageingBounds: _, ...policy } = settings.policy;
  return {
    companyId,
    code: settings.code,
    currency: settings.currency,
    timeZone: settings.timezone,
    testMode: settings.testMode,
    liveSegments: [...settings.liveSegments],
    mailServerSet: await isMailServerSet(tx, deps.mail, companyId),
    letterheadGaps: letterheadGaps(letterhead),
    letterhead: { ...letterhead, accounts: letterhead.accounts.map((account) => ({ ...account })) },
    policy: {
      ...policy,
      scenarioBySegment: { ...policy.scenarioBySegment },
      alsaceMoselle: settings.calendar.alsaceMoselle,
      closedDays: [...policy.closedDays],
    },
    pictures: {
      logo: await pictureView(tx, row.logoSha256, pictures.logo),
      signature: await pictureView(tx, row.signatureSha256, pictures.signature),
    },
  };
}

const answerView = async (deps: HandlerDeps, context: OrgContext, companyId: CompanyId) => {
  const view = await readOrganization(useCaseContext(deps, context), (tx) => readView(tx, deps, companyId));
  return view ? ok(view) : refuse({ code: 'not_found' as const });
};

type Picture = Readonly<{ params: { companyId: CompanyId; picture: PictureName } }>;

const pictures = (deps: HandlerDeps): Pick<Service<'companies'>, 'setPicture' | 'removePicture' | 'picture'> => {
  const put = async (context: OrgContext, { params }: Picture, file: { name: string; content: Buffer } | null) => {
    const change = { which: params.picture, file };
    const changed = await changePicture(useCaseContext(deps, context), params.companyId, change);
    return changed.ok ? answerView(deps, context, params.companyId) : changed;
  };
  return {
    setPicture: async (context, { params, body }) => {
      const content = await readFile(body.path);
      await rm(body.path, { force: true });
      return put(context, { params }, { name: body.fileName, content });
    },
    removePicture: async (context, { params }) => {
      const removed = await put(context, { params }, null);
      return removed.ok ? removed : refuse({ code: 'not_found' });
    },
    picture: (context, { params }) =>
      readOrganization(useCaseContext(deps, context), async (tx) => {
        const row = await findCompany(tx, params.companyId);
        const sha256 = params.picture === 'logo' ? row?.logoSha256 : row?.signatureSha256;
        const file = sha256 ? await takeFile(tx, sha256) : undefined;
        if (!file) return refuse({ code: 'not_found' as const });
        return ok({ fileName: file.name, mediaType: file.mediaType, content: file.content });
      }),
  };
};

/** The companies service. */
export const companiesService = (deps: HandlerDeps): Service<'companies'> => {
  const known = (context: OrgContext, companyId: CompanyId) =>
    readOrganization(useCaseContext(deps, context), (tx) => findCompany(tx, companyId));
  return {
    list: async (context) => {
      const rows = await readOrganization(useCaseContext(deps, context), listCompanies);
      return ok({
        items: rows.map(({ companyId, code, name, testMode, liveSegments }) => ({
          companyId,
          code,
          name,
          testMode,
          liveSegments: [...liveSegments],
        })),
      });
    },
    get: (context, { params }) => answerView(deps, context, params.companyId),
    create: async (context, { body }) => {
      const code = slugOf(body.name).slice(0, CODE_LENGTH);
      const all = await readOrganization(useCaseContext(deps, context), listCompanies);
      if (all.some((company) => company.code === code)) return refuse({ code: 'company_exists' });
      return answerView(deps, context, await createCompany(useCaseContext(deps, context), { code, ...body }));
    },
    updateLetterhead: async (context, { params, body }) => {
      if (!(await known(context, params.companyId))) return refuse({ code: 'not_found' });
      const { accounts, ...rest } = body;
      const letterhead = { ...rest, ...(accounts && { accounts }) };
      await changeLetterhead(useCaseContext(deps, context), params.companyId, letterhead as never);
      return answerView(deps, context, params.companyId);
    },
    updatePolicy: async (context, { params, body }) => {
      if (!(await known(context, params.companyId))) return refuse({ code: 'not_found' });
      await changePolicy(useCaseContext(deps, context), params.companyId, body as never);
      return answerView(deps, context, params.companyId);
    },
    policyEffect: async (context, { params, body }) => {
      if (!(await known(context, params.companyId))) return refuse({ code: 'not_found' });
      const on = await planDayAsked(deps, context, undefined);
      const effect = await policyEffect(
        useCaseContext(deps, context),
        { companyId: params.companyId, on },
        body as never,
      );
      return ok({ on, ...effect });
    },
    live: async (context, { params }) => {
      const company = await known(context, params.companyId);
      if (!company) return refuse({ code: 'not_found' });
      const asked = { companyId: params.companyId, on: await planDayAsked(deps, context, undefined) };
      return ok(liveViewOf(await previewLive(useCaseContext(deps, context), deps, asked), !company.testMode));
    },
    setLive: async (context, { params, body }) => {
      if (!(await known(context, params.companyId))) return refuse({ code: 'not_found' });
      const to = { ...body, mail: deps.mail };
      const changed = await setLive(useCaseContext(deps, context), params.companyId, to);
      if (!changed.ok) return changed;
      deps.wake();
      return answerView(deps, context, params.companyId);
    },
    ...pictures(deps),
  };
};
