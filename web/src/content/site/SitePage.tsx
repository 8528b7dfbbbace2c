import type { User } from "firebase/auth";
import type { Site, SiteRole, Team } from "kindling-client";
import { FileText, Flag, Globe, type IconNode, Lock, Settings, Users } from "lucide";
import type { ComponentChildren } from "preact";
import { useLocation, useRoute } from "preact-iso";
import { content } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Badge, Empty, Icon, LinkButton, Loading, Page } from "../../core/ui/index.ts";
import "../content.css";
import { publicPath } from "../addresses.ts";
import { isAtLeast, ROLE_NAMES } from "../roles.ts";

/** A site as somebody of its team finds it. */
export interface AtSite {
  siteId: string;
  site: Site;
  team: Team;
  role: SiteRole;
  user: User;
}

const entries: readonly [string, string, IconNode, SiteRole][] = [
  ["Articles", "", FileText, "reader"],
  ["Comments", "/comments", Flag, "editor"],
  ["Team", "/team", Users, "reader"],
  ["Settings", "/settings", Settings, "owner"],
];

/** A page of a site's team, with their menu. Whoever is not of it is told so. */
export function SitePage({ children }: { children: (at: AtSite) => ComponentChildren }) {
  const { siteId = "" } = useRoute().params;
  const site = useDocument(content.documents.site(siteId));
  const title = site.data?.title ?? (site.isLoading ? "Site" : siteId);
  return (
    <Page
      title={title}
      from={["Sites", "/studio"]}
      actions={
        site.data && (
          <LinkButton icon={Globe} href={publicPath(siteId)} isOutside>
            Public page
          </LinkButton>
        )
      }
    >
      <RequireUser why="This is for the team of the site.">
        {(user) => (
          <OfTheTeam siteId={siteId} uid={user.uid}>
            {(team, role) =>
              site.data && (
                <div class="with-menu">
                  <SiteMenu siteId={siteId} role={role} />
                  <div class="stack">{children({ siteId, site: site.data, team, role, user })}</div>
                </div>
              )
            }
          </OfTheTeam>
        )}
      </RequireUser>
    </Page>
  );
}

/** Asks for the team, which nobody sees but who is of it. */
export function OfTheTeam({
  siteId,
  uid,
  children,
}: {
  siteId: string;
  uid: string;
  children: (team: Team, role: SiteRole) => ComponentChildren;
}) {
  const team = useDocument(content.documents.team(siteId));
  const role = team.data?.roles[uid];
  if (team.isLoading) return <Loading what="Looking for the site" />;
  if (team.data && role) return <>{children(team.data, role)}</>;
  return (
    <Empty icon={Lock} title="You are not of the team of this site">
      <p>Ask its owner to invite you, or read what it has published.</p>
      <LinkButton href={`/studio/${siteId}/articles`}>Read the site</LinkButton>
    </Empty>
  );
}

function SiteMenu({ siteId, role }: { siteId: string; role: SiteRole }) {
  const { path } = useLocation();
  return (
    <div class="stack close">
      <nav class="side-menu" aria-label="Site">
        {entries
          .filter(([, , , least]) => isAtLeast(role, least))
          .map(([name, below, icon]) => (
            <a
              key={name}
              href={`/studio/${siteId}${below}`}
              aria-current={path === `/studio/${siteId}${below}` ? "page" : undefined}
            >
              <Icon of={icon} size={18} /> {name}
            </a>
          ))}
      </nav>
      <p class="hint">
        You are: <Badge>{ROLE_NAMES[role]}</Badge>
      </p>
    </div>
  );
}
