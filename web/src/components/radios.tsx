// Draws a question with one answer.
import { Choices, type ChoicesProps } from './choices.tsx';

interface RadiosProps extends ChoicesProps {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

export function Radios({ value, onChange, ...props }: RadiosProps) {
  return <Choices {...props} kind="radio" isChosen={(item) => item === value} onChoose={(item) => onChange(item)} />;
}
