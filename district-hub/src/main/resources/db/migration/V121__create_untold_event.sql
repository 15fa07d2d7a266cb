-- What a village left when it forked its log, the last event of each subject, until the village tells it anew. A village
-- that is set back once more before that gets it from here.

create table untold_event (
    node     text collate "C" not null,
    subject  text collate "C" not null,
    epoch    int              not null,
    sequence bigint           not null,
    primary key (node, subject)
);
