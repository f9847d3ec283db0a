-- Reports partition by window of time first (a desk asks for what came before a report, mostly of late, and drops what
-- is too old), then by the highest bits of the gram, so that a window too large for one server is cut by grams and a
-- look-up of one gram goes to one cut. Every leaf may be a foreign table on another server (postgres_fdw).
CREATE TABLE places (
    report integer NOT NULL,      -- number of the report; its id, time and author stand in another table
    day date NOT NULL,
    shard smallint NOT NULL,      -- the two highest bits of the gram
    grams integer[] NOT NULL      -- the report's sealed grams of this shard
) PARTITION BY RANGE (day);

DO $$
DECLARE y integer; s integer;
BEGIN
    FOR y IN 2015..2024 LOOP
        EXECUTE format('CREATE TABLE places_%s PARTITION OF places FOR VALUES FROM (%L) TO (%L) PARTITION BY LIST (shard)',
            y, y || '-01-01', (y + 1) || '-01-01');
        FOR s IN 0..3 LOOP
            EXECUTE format('CREATE TABLE places_%s_%s PARTITION OF places_%s FOR VALUES IN (%s)', y, s, y, s);
        END LOOP;
    END LOOP;
END $$;
