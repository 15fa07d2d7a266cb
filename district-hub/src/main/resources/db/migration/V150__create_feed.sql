-- The change feed reads what is kept of every event anyway (received_event). Only what changed without a new event needs a
-- place of its own: parked events that were applied, or left out, long after their turn.

create table late_change (
    node     text collate "C" not null,
    -- from 1, without holes; the lock of the village numbers them
    number   bigint           not null,
    epoch    int              not null,
    sequence bigint           not null,
    at       timestamptz      not null,
    primary key (node, number)
);

comment on table late_change is 'Positions of the log whose event took effect, or was given up, after its turn.';

-- Signs the places that followers of the feed carry, the same at all hubs; made by the first that needs it.
create table feed_secret (
    only_row boolean primary key default true check (only_row),
    secret   bytea   not null
);

revoke all on feed_secret from ${reader_role};
