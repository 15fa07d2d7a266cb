-- A right on the database itself is in no dump of its tables: whoever restores a backup into a new database needs it again.
do $$
begin
    execute format('grant temporary on database %I to %I', current_database(), '${app_role}');
end
$$;
