-- The program copies each batch into a temporary table of its connection and merges it from there: the fastest way in,
-- and the only kind of table it may create.
do $$
begin
    execute format('grant temporary on database %I to %I', current_database(), '${app_role}');
end
$$;
