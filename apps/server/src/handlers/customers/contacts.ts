// Contacts over HTTP.
import type { ContactView } from '@quittance/contracts/values';
import { ok } from '@quittance/core/kernel';
import type { Contact } from '@quittance/core/parties';
import { addContact, repairContact, setContactInUse } from '@quittance/usecases/customers';
import type { Service } from '../../services/index.ts';
import { type HandlerDeps, useCaseContext } from '../deps.ts';

const contactView = ({ roles, ...contact }: Contact): ContactView => ({ ...contact, roles: [...roles] });

/** The contacts service. */
export const contactsService = (deps: HandlerDeps): Service<'contacts'> => ({
  create: async (context, { params, body }) => {
    const { companyId } = context;
    const details = { ...body, emailStatus: 'valid' as const };
    const added = await addContact(useCaseContext(deps, context), { companyId, ...params, details });
    return added.ok ? ok(contactView(added.value)) : added;
  },
  update: async (context, { params, body }) => {
    const { companyId } = context;
    const changed = await repairContact(useCaseContext(deps, context), { companyId, ...params, details: body });
    return changed.ok ? ok(contactView(changed.value)) : changed;
  },
  setActive: async (context, { params, body }) => {
    const { companyId } = context;
    const set = await setContactInUse(useCaseContext(deps, context), { companyId, ...params, ...body });
    return set.ok ? ok(contactView(set.value)) : set;
  },
});
