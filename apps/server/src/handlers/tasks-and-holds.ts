// Tasks and holds over HTTP.

import type { TaskView } from '@quittance/contracts/api';
import { ok, refuse } from '@quittance/core/kernel';
import { type HoldRow, listHoldsInForce } from '@quittance/db/dunning';
import { listTasks, type TaskRow } from '@quittance/db/tasks';
import { readOrganization } from '@quittance/usecases/context';
import { endHold, placeHold, prolongHold, unliftHold } from '@quittance/usecases/holds';
import { logTaskOutcome, readTaskSheet, withLiveScript } from '@quittance/usecases/tasks';
import type { Service } from '../services/index.ts';
import { dayAsked, type HandlerDeps, limits, useCaseContext } from './deps.ts';
import { withPeople, withPerson } from './people.ts';

const taskView = (row: TaskRow): TaskView => row as unknown as TaskView;

/** The tasks service. */
export const tasksService = (deps: HandlerDeps): Service<'tasks'> => ({
  list: async (context, { query }) => {
    const { state, kind, customerId, page, size } = query;
    const filter = {
      companyId: context.companyId,
      state,
      ...(kind ? { kind } : {}),
      ...(customerId ? { customerId } : {}),
    };
    const found = await readOrganization(useCaseContext(deps, context), (tx) =>
      listTasks(tx, { ...filter, ...limits(query) }),
    );
    return ok({
      items: (await withPeople(deps.db, 'doneBy', found.items)).map(taskView),
      total: found.total,
      page,
      size,
    });
  },
  sheet: async (context, { params }) => {
    const on = await dayAsked(deps, context, undefined);
    const asked = { companyId: context.companyId, taskId: params.taskId, on };
    const kept = await readOrganization(useCaseContext(deps, context), (tx) => readTaskSheet(tx, asked));
    if (!kept) return refuse({ code: 'not_found' });
    const { companyId } = context;
    const sheet = await withLiveScript(useCaseContext(deps, context), deps.renderer, { companyId, sheet: kept });
    return ok({ ...sheet, task: taskView(await withPerson(deps.db, 'doneBy', sheet.task)) } as never);
  },
  logOutcome: async (context, { params, body }) => {
    const logged = { companyId: context.companyId, taskId: params.taskId, ...body };
    const result = await logTaskOutcome(useCaseContext(deps, context), logged);
    return result.ok ? ok(taskView(await withPerson(deps.db, 'doneBy', result.value))) : result;
  },
});

const holdView = ({ liftedOn: _, ...row }: HoldRow) => row as typeof row & { cents: never };

/** The holds service. */
export const holdsService = (deps: HandlerDeps): Service<'holds'> => ({
  list: async (context, { query }) => {
    const on = await dayAsked(deps, context, undefined);
    const filter = {
      companyId: context.companyId,
      on,
      ...(query.customerId ? { customerId: query.customerId } : {}),
      ...limits(query),
    };
    const found = await readOrganization(useCaseContext(deps, context), (tx) => listHoldsInForce(tx, filter));
    return ok({
      items: (await withPeople(deps.db, 'author', found.items)).map(holdView),
      total: found.total,
      page: query.page,
      size: query.size,
    });
  },
  create: async (context, { body }) => {
    const { customerId, reason, note } = body;
    const result = await placeHold(useCaseContext(deps, context), {
      companyId: context.companyId,
      customerId,
      reason,
      note,
      receivableId: body.receivableId ?? null,
      cents: body.cents ?? null,
      untilOn: body.untilOn ?? null,
    });
    return result.ok ? ok(holdView(await withPerson(deps.db, 'author', result.value))) : result;
  },
  extend: async (context, { params, body }) => {
    const order = { companyId: context.companyId, holdId: params.holdId, untilOn: body.untilOn };
    const result = await prolongHold(useCaseContext(deps, context), order);
    return result.ok ? ok(holdView(await withPerson(deps.db, 'author', result.value))) : result;
  },
  restore: async (context, { params }) => {
    const order = { companyId: context.companyId, holdId: params.holdId };
    const result = await unliftHold(useCaseContext(deps, context), order);
    return result.ok ? ok(holdView(await withPerson(deps.db, 'author', result.value))) : result;
  },
  lift: async (context, { params, body }) => {
    const result = await endHold(useCaseContext(deps, context), {
      companyId: context.companyId,
      holdId: params.holdId,
      note: body.note,
    });
    return result.ok ? ok(holdView(await withPerson(deps.db, 'author', result.value))) : result;
  },
});
