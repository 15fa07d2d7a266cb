-- What the district answered when this server said hello, as long as it keeps us from sending.
alter table log_state
    add column halt text check (halt in ('RESTORED', 'FORKED', 'RESYNC', 'FROZEN'));
