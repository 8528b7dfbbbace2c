import type { Team } from "kindling-client";
import { Globe, Newspaper, Plus } from "lucide";
import { useState } from "preact/hooks";
import { content } from "../../core/backend.ts";
import { type Found, useDocument, useQuery } from "../../core/live.ts";
import { Badge, Button, Empty, Icon, Loading, Refusal } from "../../core/ui/index.ts";
import { count } from "../../core/words.ts";
import { publicPath } from "../addresses.ts";
import { ROLE_NAMES } from "../roles.ts";
import { NewSite } from "./NewSite.tsx";

/** The sites of whose team somebody is. */
export function MySites({ uid }: { uid: string }) {
  const teams = useQuery(content.documents.teamsOf(uid));
  const [isMaking, setMaking] = useState(false);
  const isEmpty = !teams.isLoading && !teams.problem && teams.docs.length === 0;
  const make = (
    <Button look="primary" icon={Plus} onClick={() => setMaking(true)}>
      New site
    </Button>
  );
  return (
    <section class="stack" aria-labelledby="yours">
      <div class="row between">
        <h2 id="yours">Your sites</h2>
        {!isEmpty && make}
      </div>
      <Refusal problem={teams.problem} />
      {teams.isLoading && <Loading what="Looking for your sites" />}
      {isEmpty && (
        <Empty icon={Newspaper} title="You have no site yet">
          <p>Make one, or ask the owner of one to invite you.</p>
          {make}
        </Empty>
      )}
      <ul class="tiles wide">
        {teams.docs.map((team) => (
          <SiteTile key={team.id} team={team} uid={uid} />
        ))}
      </ul>
      {isMaking && <NewSite onClose={() => setMaking(false)} />}
    </section>
  );
}

function SiteTile({ team, uid }: { team: Found<Team>; uid: string }) {
  const site = useDocument(content.documents.site(team.id)).data;
  const { roles, memberIds } = team.data();
  const role = roles[uid];
  return (
    <li class="card link site-tile" style={site && { "--site": site.theme.accent }}>
      <div class="row between">
        <h3>
          <a href={`/studio/${team.id}`}>{site?.title ?? team.id}</a>
        </h3>
        {role && <Badge>{ROLE_NAMES[role]}</Badge>}
      </div>
      {site?.description && <p class="clamped">{site.description}</p>}
      <p class="hint row between">
        <span>
          {count(memberIds.length, "member")}
          {site && ` · ${count(site.followers, "follower")}`}
        </span>
        <a class="above row" href={publicPath(team.id)} target="_blank" rel="noopener">
          <Icon of={Globe} size={16} /> Public page
          <span class="hidden-label"> of {site?.title ?? team.id}</span>
        </a>
      </p>
    </li>
  );
}
