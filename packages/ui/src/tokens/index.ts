// Front door of tokens: colours, fonts, styles.
import './quittance.css';

export * from './resolver.ts';
export * from './theme.ts';
