// Front door of charts: a bar cut in shares, columns and lines over time.
export * from './share-bar.tsx';
export * from './time-chart.tsx';
