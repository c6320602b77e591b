// Company page: the letterhead of the company in view.
import { OfCompany } from '../of-company.tsx';
import { LetterheadForm } from './letterhead-form.tsx';

/** The page. */
export const CompanyPage = () => (
  <OfCompany>{(company) => <LetterheadForm key={company.companyId} company={company} />}</OfCompany>
);
