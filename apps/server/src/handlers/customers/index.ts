// Front door of customers over HTTP: the list and its bulk changes, the card, contacts, notes, documents, messages by hand.
import type { Services } from '../../services/index.ts';
import type { HandlerDeps } from '../deps.ts';
import { cardHandlers } from './card.ts';
import { contactsService } from './contacts.ts';
import { documentsService } from './documents.ts';
import { listHandlers } from './list.ts';
import { messagesService } from './messages.ts';
import { notesService } from './notes.ts';

/** Everything about customers. */
export const customersServices = (
  deps: HandlerDeps,
): Pick<Services, 'customers' | 'contacts' | 'notes' | 'documents' | 'messages'> => ({
  customers: { ...listHandlers(deps), ...cardHandlers(deps) },
  contacts: contactsService(deps),
  notes: notesService(deps),
  documents: documentsService(deps),
  messages: messagesService(deps),
});
