// An alarm that cannot be made without the sentence that says what it means to the people who use Kitty.
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { KittyStack } from './kitty-stack.ts';
import { prefixOf } from './options.ts';

export interface UserAlarmProps {
  /** What people notice, and what to do: it is all that the person on call has to go by. */
  readonly meaning: string;
  readonly metric: IMetric;
  /** Goes off at this value and above. */
  readonly threshold: number;
  /** For so many periods one after another. */
  readonly periods?: number;
  /** Whether missing data is itself the problem. */
  readonly alarmsOnMissingData?: boolean;
}

export class UserAlarm extends Alarm {
  constructor(stack: KittyStack, name: string, topic: ITopic, props: UserAlarmProps) {
    const { meaning, metric, threshold, periods = 1, alarmsOnMissingData = false } = props;
    if (!/^\S.{19,}\.$/s.test(meaning))
      throw new Error(`The alarm ${name} needs a sentence that says what it means to users.`);
    super(stack, name, {
      alarmName: `${prefixOf(stack.options)}-${name}`,
      alarmDescription: meaning,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: alarmsOnMissingData
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: alarmsOnMissingData ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(topic));
  }
}
