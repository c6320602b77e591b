-- Settings travel to parallel workers, so reading them does not keep a large query from using several cores.
ALTER FUNCTION current_org() PARALLEL SAFE;
ALTER FUNCTION recorded_now() PARALLEL SAFE;
