// Draws a question with any number of answers, or a single box to tick.
import { Choices, type ChoicesProps } from './choices.tsx';

interface CheckboxesProps extends ChoicesProps {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

export function Checkboxes({ values, onChange, ...props }: CheckboxesProps) {
  const choose = (item: string, chosen: boolean) => {
    const others = values.filter((value) => value !== item);
    onChange(chosen ? [...others, item] : others);
  };
  return <Choices {...props} kind="checkbox" isChosen={(item) => values.includes(item)} onChoose={choose} />;
}
