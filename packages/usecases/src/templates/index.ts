// Front door of templates.
export * from './preview-text.ts';
export * from './shown-subjects.ts';
export * from './template-texts.ts';
export * from './test-text.ts';
