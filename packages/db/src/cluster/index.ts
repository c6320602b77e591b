// Front door of the cluster room: a PostgreSQL server, embedded or external.
export { ClusterError, type ClusterErrorCode } from './cluster-error.ts';
export { type EmbeddedCluster, type EmbeddedOptions, openEmbedded } from './embedded/open-embedded.ts';
export { type Cluster, type ClusterOptions, openCluster } from './open-cluster.ts';
