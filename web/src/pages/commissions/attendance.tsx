// Says that I cannot come to a session, or can after all, where the agreement says that those who say so in time pay nothing.
import { type Command, useCommand } from '../../api/command.ts';
import type { Commission, Session } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Say } from '../../components/say.tsx';
import { shellText } from '../../shell/shell.text.ts';
import { instant } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import type { Words } from '../../text/texts.ts';
import { sessionText as t } from './session.text.ts';

type AttendanceCommand = Command<'PUT /v1/commissions/{id}/sessions/{n}/attendance'>;

export const useAttendance = (
  { id }: Commission,
  { n, coming }: Session,
  after: (words: Words) => void,
): AttendanceCommand =>
  useCommand('PUT /v1/commissions/{id}/sessions/{n}/attendance', `attend ${id} ${n}`, () =>
    after(coming ? t.awayDone : t.comingDone),
  );

interface AttendanceProps {
  readonly commission: Commission;
  readonly session: Session;
  readonly command: AttendanceCommand;
}

export function Attendance({ commission: { id }, session, command }: AttendanceProps) {
  const { n, coming, absenceUntil } = session;
  if (coming === undefined || absenceUntil === undefined) return null;
  const send = (event: Event): void => {
    event.preventDefault();
    command.send({ params: { id, n }, body: { coming: !coming } });
  };
  return (
    <form class="kitty-card" onSubmit={send} noValidate>
      <h2 class="govuk-heading-m">{say(coming ? t.awayHeading : t.comingHeading)}</h2>
      <Say text={coming ? t.awayExplained : t.comingExplained} params={{ when: instant(absenceUntil) }} />
      <div class="kitty-card__foot">
        <Button variant="secondary">
          {say(command.state === 'sending' ? shellText.sending : coming ? t.away : t.coming)}
        </Button>
      </div>
    </form>
  );
}
