// Refusals of files: uploads, imports, exports.
import type { RefusalCode } from '../../refusals/index.ts';
import { type Said, say } from './say.ts';

/** Uploads, imports, exports. */
export const FILE_REFUSALS = {
  upload_unknown: say(
    'Fichier expiré',
    'Ce fichier envoyé n’est plus disponible. Envoyez-le de nouveau.',
    'File expired',
    'This uploaded file is no longer there. Send it again.',
  ),
  file_kind_unknown: say(
    'Type de fichier inconnu',
    'Le contenu n’est pas celui d’un fichier de ce type.',
    'Unknown kind of file',
    'The content is not that of such a file.',
  ),
  other_company: say(
    'FEC d’une autre société',
    'Le nom de ce fichier porte le SIREN {siren}, qui n’est pas celui de {company}. Confirmez que ces écritures sont bien les siennes, ou changez de société.',
    'FEC of another company',
    'This file’s name carries the SIREN {siren}, which is not that of {company}. Confirm that these books are its own, or change company.',
  ),
  file_refused: say(
    'Fichier refusé',
    'Le fichier ne peut pas être lu tel qu’il est ({reason}). Rien n’a été enregistré.',
    'File refused',
    'The file cannot be read as it is ({reason}). Nothing was saved.',
  ),
  mapping_incomplete: say(
    'Colonnes à indiquer',
    'Il manque la colonne {column}. Indiquez laquelle du fichier y correspond.',
    'Columns to name',
    'The column {column} is missing. Say which one of the file it is.',
  ),
  import_running: say(
    'Import déjà en cours',
    'Ce fichier est en cours d’import. Suivez sa progression au lieu de le relancer.',
    'Import already running',
    'This file is being imported. Follow its progress instead of starting it again.',
  ),
  too_large_to_export: say(
    'Trop de lignes',
    'L’export dépasse {limit} lignes : restreignez la recherche ou choisissez CSV.',
    'Too many rows',
    'The export exceeds {limit} rows: narrow the search or choose CSV.',
  ),
} satisfies Partial<Record<RefusalCode, Said>>;
